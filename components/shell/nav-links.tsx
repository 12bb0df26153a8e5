import {
  Activity,
  FileDiff,
  History,
  LayoutDashboard,
  MonitorCog,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  SquareTerminal,
  UserCheck,
  Users,
  Zap,
} from 'lucide-react';
import { NavLink } from './nav-link';

export type ShellCounts = {
  responses: number;
  commands: number;
  draft: number;
  /** How many approvals wait for the person; absent while nobody needs one. */
  approvals?: number | undefined;
  /** Users and settings are places only for who may change them. */
  isAdmin?: boolean;
};

/** The places of the product, in the nav and in the menu of a phone. */
export function NavLinks({ counts }: { counts: ShellCounts }) {
  return (
    <>
      <ul className="flex flex-col gap-px">
        <li>
          <NavLink href="/" icon={<LayoutDashboard />}>
            Overview
          </NavLink>
        </li>
        <li>
          <NavLink href="/responses" icon={<Zap />} count={counts.responses}>
            Active responses
          </NavLink>
        </li>
        <li>
          <NavLink href="/commands" icon={<SquareTerminal />} count={counts.commands}>
            Commands
          </NavLink>
        </li>
        <li>
          <NavLink href="/endpoints" icon={<MonitorCog />}>
            Endpoint scripts
          </NavLink>
        </li>
        <li>
          <NavLink href="/activity" icon={<Activity />}>
            Activity
          </NavLink>
        </li>
        <li>
          <NavLink href="/white-list" icon={<ShieldCheck />}>
            White list
          </NavLink>
        </li>
        <li>
          <NavLink href="/history" icon={<History />}>
            History
          </NavLink>
        </li>
        <li>
          <NavLink href="/audit" icon={<ScrollText />}>
            Audit log
          </NavLink>
        </li>
        {counts.approvals !== undefined && (
          <li>
            <NavLink href="/approvals" icon={<UserCheck />} count={counts.approvals || undefined}>
              Approvals
            </NavLink>
          </li>
        )}
      </ul>
      <div>
        <p className="px-2.5 pt-1 pb-1.5 text-11 font-strong text-fg-3 railed:sr-only">Draft</p>
        <NavLink href="/review" icon={<FileDiff />} count={counts.draft || undefined} draft>
          Review changes
        </NavLink>
      </div>
      {counts.isAdmin && (
        <ul className="flex flex-col gap-px">
          <li>
            <NavLink href="/users" icon={<Users />}>
              Users
            </NavLink>
          </li>
          <li>
            <NavLink href="/settings" icon={<SlidersHorizontal />}>
              Settings
            </NavLink>
          </li>
        </ul>
      )}
    </>
  );
}
