import { usePermission } from '@backstage/plugin-permission-react';

/** A permission that something takes, with the entity that it is asked for. */
export type AskedPermission = Parameters<typeof usePermission>[0];

/**
 * Which of several permissions somebody lacks, by its name. The backend
 * decides for itself; this is only for saying so beforehand.
 *
 * @param asked - as many each time
 */
export function useMissingPermission(asked: readonly AskedPermission[]): {
  loading: boolean;
  missing?: string;
} {
  const answers = asked.map(one => ({
    name: one.permission.name,
    // eslint-disable-next-line react-hooks/rules-of-hooks
    ...usePermission(one),
  }));
  return {
    loading: answers.some(({ loading }) => loading),
    missing: answers.find(({ loading, allowed }) => !loading && !allowed)?.name,
  };
}
