import type { TopicStanding } from '#domain/topics/topic-rules.ts';

const TITLES: Record<TopicStanding, string> = {
  held: 'One more press',
  open: 'Your topic is on the list',
  chosen: 'Your topic is chosen',
  discussed: 'Your topic was talked about',
  withdrawn: 'Your topic is withdrawn',
};

/** What the page of a topic says to whoever offered it. */
export const topicTitle = (standing: TopicStanding) => TITLES[standing];
