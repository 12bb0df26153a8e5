/*
 * What every server action answers: one union, mapped in one place in the browser. Nothing of an unknown error is in it.
 */
export type ActionResult<Extra extends object = object> =
  | ({ status: 'saved'; message?: string } & Extra)
  | { status: 'invalid'; fields: Record<string, string>; form: string | null }
  | { status: 'conflict'; message: string; hint: string }
  | { status: 'refused'; code: string; message: string; hint: string; line: number | null }
  | { status: 'signed-out' }
  | { status: 'forbidden'; needs: string };
