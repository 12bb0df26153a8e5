import type { FieldValues, Resolver } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';

export type LoadSchema<Values> = () => Promise<ZodMiniType<Values>>;

/**
 * A resolver whose schema, and zod with it, is fetched once, when it is first wanted. A fetch that failed is tried again:
 * a form must not be stuck because the network was.
 */
export function lazyResolver<Values extends FieldValues>(
  schema: LoadSchema<Values>,
): Resolver<Values> & { load: () => Promise<unknown> } {
  let loading: Promise<Resolver<Values>> | null = null;
  const load = () => {
    loading ??= Promise.all([import('@hookform/resolvers/standard-schema'), schema()])
      .then(
        ([{ standardSchemaResolver }, loaded]) =>
          standardSchemaResolver(loaded as ZodMiniType<Values, Values>) as Resolver<Values>,
      )
      .catch((failed) => {
        loading = null;
        throw failed;
      });
    return loading;
  };
  const resolve: Resolver<Values> = async (...asked) => (await load())(...asked);
  // Fetching ahead may fail in silence: submitting asks again, and tells.
  return Object.assign(resolve, { load: () => load().catch(() => null) });
}
