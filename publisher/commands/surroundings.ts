import { homedir } from 'node:os';
import type { Surroundings } from '../surroundings';

/** The machine that the command runs on. */
export const surroundings = (): Surroundings => ({ env: process.env, home: homedir() });
