import { demo } from './demo.ts';
import { people } from './people.ts';
import { signIn } from './sign-in.ts';

export const server = { demo, people, signIn };
