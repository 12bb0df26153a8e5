/*
 * The cookie that carries a session's secret: its name and how strictly browsers keep it. Pure; sets nothing.
 */
import { publicOrigin } from './public-origin.ts';

type Env = Readonly<Record<string, string | undefined>>;

export type SessionCookie = {
  name: string;
  options: { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean };
};

/** Where the origin is https the name itself makes browsers refuse it from anywhere else: "__Host-". */
export function sessionCookie(env: Env): SessionCookie {
  const secure = publicOrigin(env)?.secure ?? false;
  const name = secure ? '__Host-riposte-session' : 'riposte-session';
  return { name, options: { httpOnly: true, sameSite: 'strict', path: '/', secure } };
}
