import { z } from 'zod';

/** Pieces of a schema; what each is for is told where it stands, and goes into the JSON Schema. */

/** A text that is not empty. */
export const text = (description: string) => z.string().min(1).describe(description);

/** The address of a page. */
export const page = (description: string) =>
  z
    .string()
    .regex(/^https:\/\//)
    .meta({ format: 'uri', description });

export const flag = (description: string) => z.boolean().describe(description);

export const list = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).readonly().describe(description);

/** Values of one kind by names that are not fixed. */
export const record = <T extends z.ZodType>(value: T, description: string) =>
  z.record(z.string(), value).readonly().describe(description);

/** An object that has these properties; to its JSON Schema others are wrong, a reader leaves them out. */
export const shape = <T extends z.ZodRawShape>(properties: T) => z.object(properties).readonly();
