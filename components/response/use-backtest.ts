'use client';

import { useEffect, useState } from 'react';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { BacktestAnswer, BacktestDays } from '@/lib/view/backtest';
import { commandOf } from './chosen-command';
import { writtenGroup } from './preview-xml';
import { putTrigger, useAnswer } from './use-rules';

/** Somebody who types is not asked about every letter. */
const WAIT_MS = 300;
/** While alerts are being read the answer grows. */
const AGAIN_MS = 3000;

/** The address that asks what the response as typed would have done. */
export function backtestUrl(values: ResponseFormValues, data: ResponseFormData, days: BacktestDays): string {
  const { level, ruleIds, location, agentIds, duration, timeoutSeconds } = values;
  const params = putTrigger(new URLSearchParams({ days: String(days) }), {
    level,
    group: writtenGroup(values),
    ids: ruleIds,
  });
  const executable = commandOf(values, data)?.executable;
  if (executable) params.set('executable', executable);
  if (location !== null) params.set('location', location);
  if (location === 'defined-agent' && agentIds.length > 0) params.set('agents', String(agentIds.length));
  if (duration === 'permanent') params.set('timeout', '0');
  else if (Number.isInteger(timeoutSeconds) && Number(timeoutSeconds) > 0)
    params.set('timeout', String(timeoutSeconds).slice(0, 9));
  return `/alerts/backtest?${params}`;
}

/** The answer to the form as typed: the last one stays until the next is there, and one that grows is asked for again. */
export function useBacktest(values: ResponseFormValues, data: ResponseFormData, days: BacktestDays) {
  const [again, setAgain] = useState(0);
  const url = `${backtestUrl(values, data, days)}${again > 0 ? `&again=${again}` : ''}`;
  const { answer, loading, failed } = useAnswer<BacktestAnswer>(url, WAIT_MS);
  const isReading = answer?.kind === 'known' ? answer.known.state.kind === 'reading' : isBeginning(answer);
  useEffect(() => {
    if (!isReading || loading) return;
    const timer = setTimeout(() => setAgain((count) => count + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isReading, loading]);
  return { answer, loading, failed, askAgain: () => setAgain((count) => count + 1) };
}

const isBeginning = (answer: BacktestAnswer | null): boolean =>
  answer?.kind === 'empty' && answer.state.kind === 'reading';
