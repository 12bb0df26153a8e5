/* Owns reading a JSON file that the caller gave: anything but the expected shape is a wrong call. */
import { type Io, UsageError } from './io.ts';

/** The array in the file. */
export async function readJsonArray(path: string, io: Io): Promise<unknown[]> {
  const bytes = await io.readBytes(path);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (thrown) {
    throw new UsageError(`${path} is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  if (!Array.isArray(value)) throw new UsageError(`${path} must hold a JSON array.`);
  return value;
}
