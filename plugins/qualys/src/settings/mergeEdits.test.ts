import { mergeEdits } from './mergeEdits';

const BEFORE = {
  name: 'a',
  severity: 3,
  query: { vuln: 'x', all: false },
  emails: ['a@example.com'],
};

describe('edits on top of a newer state', () => {
  it('keep what was edited, and take over everything else', () => {
    expect(
      mergeEdits(
        BEFORE,
        { ...BEFORE, severity: 4, query: { vuln: 'y', all: false } },
        {
          ...BEFORE,
          name: 'b',
          severity: 2,
          query: { vuln: 'x', all: true },
          emails: [],
        },
      ),
    ).toEqual({
      name: 'b',
      severity: 4,
      query: { vuln: 'y', all: true },
      emails: [],
    });
  });

  it('know what was taken away or added, on either side', () => {
    type Target = { bucket?: string; accessPoint?: string };
    const before: Target = { bucket: 'a' };
    const edited: Target = { accessPoint: 'b' };

    expect(mergeEdits(before, edited, before)).toEqual(edited);
    expect(mergeEdits(before, before, edited)).toEqual(edited);
  });
});
