import 'server-only';
import { countOutcomes, findTrouble, fitsFilter, isWithin } from '@/lib/activity/ask-activity';
import type { Execution } from '@/lib/activity/execution';
import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import { toText } from '@/lib/ossec/describe/phrase';
import type { ActivityQuery } from '@/lib/view/activity';
import { loadActivity } from '@/lib/workflow/load-activity';
import { onDiskOf, type Workspace } from '@/lib/workflow/workspace';
import { activityHref, periodOf, readPlace, readQuery, type SearchParams } from './activity-query';
import { toActiveBlocks } from './view-active-blocks';
import { toRow, toTimeline, toTrouble } from './view-activity';

const PAGE_SIZE = 40;

/** All that the page shows for this address. */
export async function loadActivityPage(workspace: Workspace, params: SearchParams) {
  const query = readQuery(params);
  const place = readPlace(params);
  const period = periodOf(query, Date.now());
  const loaded = await loadActivity(workspace, period.from);
  const { executions, now } = loaded;
  const within = executions.filter((one) => isWithin(one, period));
  const shown = within.filter((one) => fitsFilter(one, query));
  const sorted = query.sort === 'newest' ? shown : shown.toReversed();
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(place.page, pages);
  const rows = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    ...{ query, period, coverage: loaded.coverage, failure: loaded.failure, jsonOff: loaded.jsonOff },
    ...{ notes: loaded.notes, now, alert: place.alert },
    total: shown.length,
    known: executions.length,
    counts: countOutcomes(shown),
    rows: rows.map((one) => toRow(one, query, now)),
    timeline: toTimeline(shown, query, period, now),
    active: toActiveBlocks(executions, { agents: loaded.agents, query, now }),
    trouble: findTrouble(within).map((one) => toTrouble(one, query)),
    agents: agentOptions(executions),
    responses: responseOptions(workspace, executions),
    links: {
      sort: activityHref(query, { sort: query.sort === 'newest' ? 'oldest' : 'newest' }),
      newer: activityHref(query, { page: page - 1 }),
      older: activityHref(query, { page: page + 1 }),
      close: activityHref(query, { page }),
      lanes: (by: ActivityQuery['by']) => activityHref(query, { by }),
      period: (name: ActivityQuery['period']) => activityHref(query, { period: name }),
    },
    ...{ page, pages },
  };
}

function agentOptions(executions: readonly Execution[]) {
  const names = new Map(executions.map(({ agentId, agentName }) => [agentId, agentName]));
  return [...names]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([value, name]) => ({ value, label: `${value} ${name}` }));
}

/** The responses of the file by what sets them off, and scripts that ran without being any of theirs. */
function responseOptions(workspace: Workspace, executions: readonly Execution[]) {
  const blocks = onDiskOf(workspace)?.model.responses ?? [];
  const ofFile = blocks.map((block) => ({
    value: `r${block.index}`,
    label: `${block.command ?? 'no command'}, ${toText(describeTrigger(block)) || 'no trigger'}`,
  }));
  const scripts = new Set(executions.flatMap(({ script }) => script ?? []));
  return [...ofFile, ...[...scripts].sort().map((script) => ({ value: script, label: `Every run of ${script}` }))];
}
