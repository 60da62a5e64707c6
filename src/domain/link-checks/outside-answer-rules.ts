/** What came of asking another site for a page. */
export type OutsideAnswer =
  | {
      kind: 'answered';
      status: number;
      /** Where the last answer came from, after so many redirects. */
      url: string;
      hops: number;
    }
  /** It was not asked, since it leads where the site does not go. */
  | { kind: 'refused'; why: 'no-address' | 'scheme' | 'address' | 'too-many-redirects' }
  | { kind: 'failed'; why: 'no-such-host' | 'too-slow' | 'certificate' | 'no-connection' };
