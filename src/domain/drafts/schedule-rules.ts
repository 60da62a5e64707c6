/** When a draft is published by itself: wall-clock time as 'YYYY-MM-DDTHH:mm' and its IANA zone. */
export interface Schedule {
  publishLocal: string;
  zone: string;
  /** Who chose it; null when this viewer may not know the name. */
  by: string | null;
}
