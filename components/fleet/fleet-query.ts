/* What of a fleet is shown: read from the address, written back to it. */
import {
  FLEET_REASONS,
  FLEET_STATES,
  type FleetMember,
  type FleetReason,
  type FleetState,
} from '@/lib/endpoints/fleet-of-response';

export type FleetQuery = { show: FleetState | null; why: FleetReason | null; q: string };

type Params = Readonly<Record<string, string | string[] | undefined>>;

export function readFleetQuery({ show, why, q }: Params): FleetQuery {
  return {
    show: FLEET_STATES.find((state) => state === show) ?? null,
    why: FLEET_REASONS.find((reason) => reason === why) ?? null,
    q: typeof q === 'string' ? q.trim().slice(0, 200) : '',
  };
}

/** "?show=cannot&why=disconnected", or nothing. */
export function writeFleetQuery({ show, why, q }: FleetQuery): string {
  const params = new URLSearchParams({ ...(show && { show }), ...(why && { why }), ...(q && { q }) }).toString();
  return params && `?${params}`;
}

/** By all words of the query: id, name, address, system, version. */
export function findMembers(members: readonly FleetMember[], { show, why, q }: FleetQuery): FleetMember[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return members.filter((member) => {
    if ((show !== null && member.state !== show) || (why !== null && member.reason !== why)) return false;
    const { id, name, address, system, systemName, version } = member;
    const text = [id, name, address, system, systemName, version].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
