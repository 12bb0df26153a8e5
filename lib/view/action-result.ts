/*
 * What every server action answers: one union, mapped in one place in the browser. Nothing of an unknown error is in it.
 */
export type ActionResult<Extra extends object = object> =
  | ({ status: 'saved'; message?: string } & Extra)
  | { status: 'invalid'; fields: Record<string, string>; form: string | null }
  | { status: 'conflict'; message: string; hint: string }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null }
  | { status: 'signed-out' }
  /** Only for who has proved a moment ago who they are: the browser asks for the password and repeats the action. */
  | { status: 'prove' }
  /** Too many tries; how long until the next one. */
  | { status: 'wait'; seconds: number }
  | { status: 'forbidden'; needs: string };
