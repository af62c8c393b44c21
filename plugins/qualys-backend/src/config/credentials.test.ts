import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readReminderDays } from './credentials';

const read = (credentials?: JsonObject) =>
  readReminderDays(
    mockServices.rootConfig({
      data: { qualys: { ...(credentials && { credentials }) } },
    }),
  );

describe('readReminderDays', () => {
  it('is a month, a week and a day unless given', () => {
    expect(read()).toEqual([30, 7, 1]);
    expect(read({ remindDaysBefore: [14] })).toEqual([14]);
    expect(read({ remindDaysBefore: [] })).toEqual([]);
  });

  it.each([[[1.5]], [[-1]], [[366]], [['soon']], [7]])(
    'refuses %j by name',
    remindDaysBefore => {
      expect(() => read({ remindDaysBefore } as JsonObject)).toThrow(
        /qualys\.credentials\.remindDaysBefore.*whole numbers/,
      );
    },
  );
});
