import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';

/** What each step of the response form gets. */
export type StepProps = {
  values: ResponseFormValues;
  set: (patch: Partial<ResponseFormValues>) => void;
  /** Messages by dotted path. */
  errors: Record<string, string>;
  data: ResponseFormData;
};
