import { all, errorOf } from '../__testUtils__/server';
import { answerIn, setUpQps } from './__testUtils__/answers';

describe.each(['json', 'xml'] as const)('an answer in %s', dialect => {
  const t = setUpQps(dialect, { retries: { limit: 0 } });
  const get = () => t.client.webApps.get('1');
  const search = () => all(t.client.webApps.search());
  const change = () => t.client.webApps.update('1', { name: 'x' });

  it.each([
    ['INVALID_CREDENTIALS', 'authentication'],
    ['UNAUTHORIZED', 'authentication'],
    ['FORBIDDEN', 'permission'],
    ['NOT_AUTHORIZED', 'permission'],
    ['INSUFFICIENT_PERMISSION', 'permission'],
    ['OBJECT_NOT_FOUND', 'notFound'],
    ['NOT_FOUND', 'notFound'],
    ['LIMIT_EXCEEDED', 'limited'],
    ['INVALID_REQUEST', 'invalid'],
    ['INVALID_XML', 'invalid'],
    ['CA_1001_DUPLICATE_KEY', 'conflict'],
    ['CA_2000_SOMETHING_NEW', 'invalid'],
    ['INTERNAL_ERROR', 'unavailable'],
  ])('that says %s with HTTP 200 is %s', async (code, kind) => {
    t.answer = () => ({
      responseCode: code,
      responseErrorDetails: {
        errorMessage: 'So it is.',
        errorResolution: 'Do that.',
      },
    });
    for (const call of [get, search]) {
      const error = await errorOf(call());
      expect(error).toMatchObject({ kind, code, status: 200 });
      expect(error.message).toContain('So it is. Do that.');
    }
    // A server that failed may have done it all the same.
    expect(await errorOf(change())).toMatchObject({
      kind: kind === 'unavailable' ? 'outcomeUnknown' : kind,
      code,
    });
  });

  it.each(['PARTIAL_SUCCESS', 'ACCEPTED', 'TIMEOUT', 'SOMETHING_NEW'])(
    'that says %s leaves it open whether a change was made',
    async code => {
      t.answer = () => ({ responseCode: code });
      for (const call of [get, search]) {
        expect(await errorOf(call())).toMatchObject({
          kind: 'unexpectedAnswer',
          code,
        });
      }
      t.received.length = 0;
      expect(await errorOf(change())).toMatchObject({
        kind: 'outcomeUnknown',
        code,
      });
      expect(t.received).toHaveLength(1);
    },
  );

  it('never leaves a collection empty of which it does not tell what it holds', async () => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 1,
      data: [
        {
          WebApp: {
            id: 1,
            tags: { count: 3, list: [] },
            dnsOverrides: { list: [{ SomethingElse: { key: 1 } }] },
            authRecords: { count: 0, list: [] },
          },
        },
      ],
    });
    expect(await get()).toEqual({ id: '1', authRecords: [] });
  });

  it('with no object does not say that there is none, unless it counts 0', async () => {
    for (const more of [{}, { count: 1 }, { count: 1, data: '' }]) {
      t.answer = () => ({ responseCode: 'SUCCESS', ...more });
      expect(await errorOf(get())).toMatchObject({ kind: 'unexpectedAnswer' });
    }
    t.answer = () => ({ responseCode: 'SUCCESS', count: 0 });
    expect(await errorOf(get())).toMatchObject({ kind: 'notFound' });
  });

  it('gives its reason as responseMessage too', async () => {
    t.answer = () => ({
      responseCode: 'INVALID_REQUEST',
      responseMessage: 'Not so.',
    });
    expect((await errorOf(get())).message).toContain('Not so.');
  });

  it('that fails with another HTTP status names its code', async () => {
    t.answer = (_, response) =>
      answerIn(
        dialect,
        response,
        { responseCode: 'INVALID_CREDENTIALS', responseMessage: 'No.' },
        401,
      );
    expect(await errorOf(get())).toMatchObject({
      kind: 'authentication',
      code: 'INVALID_CREDENTIALS',
      status: 401,
    });
  });

  it('that fails in the other form is understood', async () => {
    t.answer = (_, response) =>
      answerIn(
        dialect === 'json' ? 'xml' : 'json',
        response,
        { responseCode: 'UNAUTHORIZED', responseMessage: 'No.' },
        401,
      );
    const error = await errorOf(get());
    expect(error).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(error.message).toContain('No.');
  });

  it('that succeeds in the other form is not', async () => {
    t.answer = (_, response) =>
      answerIn(dialect === 'json' ? 'xml' : 'json', response, {
        responseCode: 'SUCCESS',
        count: 0,
      });
    expect(await errorOf(search())).toMatchObject({ kind: 'unexpectedAnswer' });
  });

  it('that found nothing says so in one of the known ways', async () => {
    const nothing = [
      { responseCode: 'SUCCESS', count: 0 },
      {
        responseCode: 'SUCCESS',
        count: '0',
        hasMoreRecords: 'false',
        data: ' ',
      },
      { responseCode: 'SUCCESS', count: 0, data: dialect === 'json' ? {} : '' },
      {
        responseCode: 'INVALID_REQUEST',
        responseErrorDetails: {
          errorMessage:
            'There were no results corresponding to your request. Try another.',
        },
      },
    ];
    for (const answer of nothing) {
      t.answer = () => answer;
      expect(await search()).toEqual([]);
    }
    expect(await errorOf(get())).toMatchObject({ kind: 'notFound' });
    expect(await errorOf(change())).toMatchObject({ kind: 'notFound' });
  });

  it('with no object where there should be one is notFound', async () => {
    t.answer = () => ({ responseCode: 'SUCCESS', count: 0 });
    expect(await errorOf(get())).toMatchObject({ kind: 'notFound' });
    expect(await errorOf(change())).toMatchObject({ kind: 'notFound' });
  });

  it.each([
    ['nothing but success', { responseCode: 'SUCCESS' }],
    ['no code', { count: 0 }],
    ['a count without objects', { responseCode: 'SUCCESS', count: 2 }],
    [
      'fewer objects than it counts',
      {
        responseCode: 'SUCCESS',
        count: 2,
        hasMoreRecords: false,
        data: [{ WebApp: { id: 1 } }],
      },
    ],
    [
      'more objects than it counts',
      {
        responseCode: 'SUCCESS',
        count: 0,
        data: [{ WebApp: { id: 1 } }],
      },
    ],
    [
      'other objects',
      { responseCode: 'SUCCESS', count: 1, data: [{ WasScan: { id: 1 } }] },
    ],
    [
      'other objects among them',
      {
        responseCode: 'SUCCESS',
        count: 2,
        data: [{ WebApp: { id: 1 } }, { WasScan: { id: 1 } }],
      },
    ],
    [
      'an object without an id',
      { responseCode: 'SUCCESS', count: 1, data: [{ WebApp: { name: 'x' } }] },
    ],
    [
      'a text for an object',
      { responseCode: 'SUCCESS', count: 1, data: [{ WebApp: 'x' }] },
    ],
    [
      'a text for the objects',
      { responseCode: 'SUCCESS', count: 0, data: 'x' },
    ],
    ['a count that is none', { responseCode: 'SUCCESS', count: 'few' }],
    [
      'more records and none on this page',
      {
        responseCode: 'SUCCESS',
        count: 0,
        hasMoreRecords: true,
        lastId: 7,
      },
    ],
    [
      'more records and nowhere to go on',
      {
        responseCode: 'SUCCESS',
        count: 1,
        hasMoreRecords: true,
        data: [{ WebApp: { id: 1 } }],
      },
    ],
    [
      'perhaps more records',
      {
        responseCode: 'SUCCESS',
        count: 1,
        hasMoreRecords: 'maybe',
        data: [{ WebApp: { id: 1 } }],
      },
    ],
  ])('with %s does not read as a list', async (_, answer) => {
    t.answer = () => answer;
    const error = await errorOf(search());
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.path).toMatch(/^ServiceResponse/);
  });

  it('names the place of what is wrong', async () => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 2,
      data: [{ WebApp: { id: 1 } }, { WebApp: { id: ' ' } }],
    });
    expect((await errorOf(search())).path).toBe(
      'ServiceResponse.data[1].WebApp.id',
    );
  });

  it('to a change may hold anything beside its success', async () => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 1,
      data: { isCPSEnabled: true },
    });
    expect(await change()).toEqual({ id: '1' });
  });

  it('to a count or a change by conditions may have found nothing', async () => {
    const filters = [
      { field: 'name', operator: 'EQUALS', value: 'x' },
    ] as const;
    const { aws } = t.client.assetDataConnectors;
    for (const answer of [
      { responseCode: 'SUCCESS', count: 0 },
      {
        responseCode: 'INVALID_REQUEST',
        responseMessage: 'There were no results corresponding to your request.',
      },
    ]) {
      t.answer = () => answer;
      expect(await t.client.webApps.count(filters)).toBe(0);
      expect(await aws.updateWhere(filters, { disabled: true })).toEqual({
        ids: [],
        count: 0,
      });
    }
  });

  it('to a creation must name the id', async () => {
    const create = () =>
      t.client.webApps.create({ name: 'x', url: 'https://example.com' });
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 1,
      data: [{ WebApp: { id: '77' } }],
    });
    expect(await create()).toEqual({ id: '77' });
    t.answer = () => ({ responseCode: 'SUCCESS', count: 1 });
    expect(await errorOf(create())).toMatchObject({ kind: 'outcomeUnknown' });
  });
});
