import { isNamedTo } from '../people/people-rules.ts';
import type { Circle, Viewer } from '../people/viewer.ts';

/** Somebody beside a meetup. The name is null when they did not agree to be named to this viewer. */
export interface ShownPerson {
  id: string | null;
  name: string | null;
  role: string;
}

interface Person {
  id: string;
  name: string;
  jobTitle: string;
  circle: Circle;
  showsName: boolean;
}

/** Somebody without a name. */
export const CIRCLE_WORDS: Record<Circle, string> = {
  public: 'a resident',
  partner: 'somebody at a partner',
  staff: 'a member of staff',
};

/** A person by name if this viewer may know it, else by what they are. */
export const showPerson = (viewer: Viewer, person: Person): ShownPerson =>
  person.name && isNamedTo(viewer, person)
    ? { id: person.id, name: person.name, role: person.jobTitle }
    : { id: null, name: null, role: CIRCLE_WORDS[person.circle] };
