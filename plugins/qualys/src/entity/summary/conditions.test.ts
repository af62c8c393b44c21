import { TestApiRegistry } from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { qualysApiRef, type QualysApi } from '../../api';
import { component, summary } from '../../__testUtils__/fixtures';
import { acceptedWebApp } from '../../__testUtils__/webAppFixtures';
import { hasQualysConnectors, hasQualysWebApps } from './conditions';

function portal(
  answer = summary(),
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const getEntitySummary = jest.fn(async () => answer);
  const apis = TestApiRegistry.from(
    [qualysApiRef, { getEntitySummary } as Partial<QualysApi>],
    [permissionApiRef, { authorize: async () => ({ result }) }],
  );
  return { context: { apis }, getEntitySummary };
}

describe.each([
  [
    'hasQualysConnectors',
    hasQualysConnectors,
    'qualys.com/connectors',
    summary(),
  ],
  [
    'hasQualysWebApps',
    hasQualysWebApps,
    'qualys.com/web-apps',
    summary({ connectors: [], webApps: [acceptedWebApp()] }),
  ],
] as const)('%s', (_, has, annotation, bound) => {
  it('holds at once for an entity that names any', () => {
    const { context, getEntitySummary } = portal();
    expect(has(component({ [annotation]: '1' }), context)).toBe(true);
    expect(getEntitySummary).not.toHaveBeenCalled();
  });

  it('holds for an entity for which the portal has made one', async () => {
    expect(await has(component({}), portal(bound).context)).toBe(true);
  });

  it('holds for no entity that has none', async () => {
    const none = summary({ connectors: [] });
    expect(await has(component({}), portal(none).context)).toBe(false);
  });

  it('asks nothing for entities for which nothing is made', async () => {
    const { context, getEntitySummary } = portal(bound);
    const group = { ...component({}), kind: 'Group' };
    expect(await has(group, context)).toBe(false);
    expect(getEntitySummary).not.toHaveBeenCalled();
  });

  it('asks nothing for whoever may not see it', async () => {
    const { context, getEntitySummary } = portal(bound, AuthorizeResult.DENY);
    expect(await has(component({}), context)).toBe(false);
    expect(getEntitySummary).not.toHaveBeenCalled();
  });
});

it('is answered by one request for all conditions of a page', async () => {
  const { context, getEntitySummary } = portal();
  expect(
    await Promise.all([
      hasQualysConnectors(component({}), context),
      hasQualysWebApps(component({}), context),
    ]),
  ).toEqual([true, false]);
  expect(getEntitySummary).toHaveBeenCalledTimes(1);
});
