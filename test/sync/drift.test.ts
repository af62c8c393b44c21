/*
 * Lists that move while they are read. Whatever the pages looked like, nothing
 * goes from the mirror that Qualys still has, and the catalog follows the mirror.
 * The next sync brings what is.
 *
 * CloudView is read alone here, so that nothing but its pages says what there
 * is, and in full each time.
 */
import { useOneFeed } from './drift/useOneFeed';
import { useDatabases } from './portal/databases';

jest.mock('qualys-client', () =>
  jest
    .requireActual('./portal/client')
    .impatient(jest.requireActual('qualys-client')),
);

jest.setTimeout(60_000);

const LIST = '/aws/connectors';

const databases = useDatabases();

describe('a list that moves while it is read', () => {
  const list = useOneFeed(databases, 'cloudView', {
    cloudViewFull: { seconds: 1 },
  });
  const { control, inMirror, expectHealed, expectNothingLost } = list;
  const sync = () => list.setting.portal.sync();

  /** The ids in the order of the list, as pages of it show them. */
  async function pages(): Promise<any[]> {
    const { credentials, urls } = list.setting.subscription.simulator;
    const { username, password } = credentials;
    const all = [];
    for (let number = 0, last = false; !last; number += 1) {
      const answer = await fetch(
        `${urls.cloudView}/cloudview-api/rest/v1/aws/connectors?pageNo=${number}&pageSize=300&sort=lastSyncedOn:desc`,
        {
          headers: {
            authorization: `Basic ${Buffer.from(
              `${username}:${password}`,
            ).toString('base64')}`,
          },
        },
      );
      const page: any = await answer.json();
      all.push(page);
      last = page.last;
    }
    return all;
  }
  const idAt = (all: any[], page: number, nth: number): string =>
    all[page].content[nth].connectorId;

  /** Answers a page with another one, so many times. */
  const answerWith = (number: number, page: object, times?: number) =>
    control().addFault({
      match: { path: `*${LIST}`, query: { pageNo: String(number) } },
      kind: 'status',
      status: 200,
      body: page,
      times,
    });

  /** Runs a sync, in the middle of which something happens: before a page is answered. */
  const syncWhile = (number: number, happens: () => void) =>
    list.syncWhile({ path: LIST, query: { pageNo: String(number) } }, happens);

  const EVENTS: Record<string, (all: any[]) => void> = {
    'one comes': () => {
      control().addConnector({ name: 'comes' });
    },
    'several come': () => {
      for (let nth = 0; nth < 12; nth += 1) control().addConnector({});
    },
    'one goes that was read': all => {
      control().removeConnector(idAt(all, 0, 2));
    },
    'one goes that was still to come': all => {
      control().removeConnector(idAt(all, 5, 2));
    },
    'one is synced that was still to come': all => {
      control().updateConnector(idAt(all, 5, 2), { state: 'SUCCESS' });
    },
    'all that were still to come are synced': all => {
      for (const { connectorId } of all
        .slice(2)
        .flatMap(page => page.content)) {
        control().updateConnector(connectorId, { state: 'SUCCESS' });
      }
    },
    'one goes that was read, and another one comes': all => {
      control().removeConnector(idAt(all, 0, 2));
      control().addConnector({ name: 'comes instead' });
    },
    'one goes that was still to come, and another one comes': all => {
      control().removeConnector(idAt(all, 5, 2));
      control().addConnector({ name: 'comes instead' });
    },
    'one goes that was read, and one is synced that was still to come': all => {
      control().removeConnector(idAt(all, 0, 2));
      control().updateConnector(idAt(all, 5, 2), { state: 'SUCCESS' });
    },
  };

  it.each(Object.entries(EVENTS))(
    'loses nothing where %s',
    async (_, event) => {
      const before = await inMirror();
      const all = await pages();
      const run = await syncWhile(2, () => event(all));
      expect(['complete', 'incomplete']).toContain(run.outcome);
      await expectNothingLost(before);
      await expectHealed();
    },
  );

  it('is read again where a page has one twice and another one not at all', async () => {
    const before = await inMirror();
    const all = await pages();
    const moved = {
      ...all[3],
      content: [all[2].content[0], ...all[3].content.slice(1)],
    };
    answerWith(3, moved, 1);
    expect(await sync()).toMatchObject({ outcome: 'complete' });
    expect(await inMirror()).toEqual(before);

    answerWith(3, moved);
    expect(await sync()).toMatchObject({
      outcome: 'incomplete',
      removed: 0,
      problem: { code: 'conflict' },
    });
    await expectNothingLost(before);
    await expectHealed();
  });

  it('is read as it is where its pages come in another order', async () => {
    const before = await inMirror();
    const all = await pages();
    answerWith(2, { ...all[3], number: 2 });
    answerWith(3, { ...all[2], number: 3 });
    expect(await sync()).toMatchObject({ outcome: 'complete' });
    expect(await inMirror()).toEqual(before);
  });

  it.each<[string, (all: any[]) => void]>([
    ['gives a page again', all => answerWith(3, { ...all[2], number: 3 })],
    [
      'ignores which page is asked for',
      all =>
        all.forEach((_, number) => {
          if (number > 0) answerWith(number, all[0]);
        }),
    ],
    [
      'ignores it, and does not say which page it gives',
      all =>
        all.forEach((_, number) => {
          const { number: _number, ...page } = all[0];
          if (number > 0) answerWith(number, page);
        }),
    ],
  ])('is left as it was where the server %s', async (_, fault) => {
    const before = await inMirror();
    control().addConnector({ name: 'unseen' });
    fault(await pages());
    expect(await sync()).toMatchObject({
      outcome: 'incomplete',
      problem: { code: 'unexpectedAnswer' },
    });
    expect(await inMirror()).toEqual(before);
    await expectHealed();
  });

  // One that was read goes, another one comes below what was read, and the one
  // at the border between is in no page: total and count fit nevertheless.
  it('is asked for the single one that its pages hide while total and count fit', async () => {
    const before = await inMirror();
    const all = await pages();
    const hidden = all[4].content[0];
    answerWith(4, {
      ...all[4],
      content: [
        ...all[4].content.slice(1),
        { ...hidden, connectorId: crypto.randomUUID(), name: 'below' },
      ],
    });
    control().clearJournal();
    expect(await sync()).toMatchObject({ removed: 0 });
    const asked = control()
      .journal()
      .map(({ path }) => path);
    expect(asked).toContainEqual(
      expect.stringContaining(`/aws/connectors/${hidden.connectorId}`),
    );
    expect(await inMirror()).toHaveProperty(hidden.connectorId);
    await expectNothingLost(before);
    await expectHealed();
  });
});
