'use client';

import { useState } from 'react';
import { ResponseEditor } from './response-editor';

type Props = Parameters<typeof ResponseEditor>[0];

/**
 * The form as it was opened. The page renews itself when the file changes underneath: what is typed stays, it stays aimed at
 * the block that was opened, and the form says that this block is another one now.
 */
export function OpenedEditor(props: Props) {
  const [opened] = useState(props);
  const isChanged = JSON.stringify(props.target) !== JSON.stringify(opened.target);
  return <ResponseEditor {...opened} saveResponse={props.saveResponse} changedMeanwhile={isChanged} />;
}
