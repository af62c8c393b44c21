import { randomBytes } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { readEncryptionKeys } from './keys';
import { createSecretBox, SecretUnreadableError } from './secretBox';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const about = '7b0c9a55';
const SECRET = 'very-secret-azure-key';

function refusalOf(action: () => unknown): SecretUnreadableError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(SecretUnreadableError);
    return error as SecretUnreadableError;
  }
  throw new Error('It was not refused');
}

describe('what the portal holds', () => {
  it('can be read again, whatever it is and whatever it is held for', () => {
    const box = createSecretBox([key('a')]);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        fc.string({ unit: 'binary' }),
        (text, id) => {
          const sealed = box.seal(text, { about: id });
          expect(sealed).toMatch(/^v1\.a(\.[\w-]*){3}$/);
          expect(box.open(sealed, { about: id })).toBe(text);
        },
      ),
    );
  });

  it('never looks the same twice, nor like what it is', () => {
    const box = createSecretBox([key('a')]);
    const sealed = Array.from({ length: 50 }, () =>
      box.seal(SECRET, { about }),
    );
    expect(new Set(sealed).size).toBe(50);
    for (const each of sealed) {
      for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
        expect(each).not.toContain(Buffer.from(SECRET).toString(encoding));
      }
    }
  });

  it('cannot be changed anywhere without being noticed', () => {
    const box = createSecretBox([key('a'), key('b'), key('c')]);
    const sealed = Buffer.from(box.seal(SECRET, { about }), 'latin1');
    for (let at = 0; at < sealed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(sealed);
        changed[at] = sealed[at] ^ (1 << bit);
        const error = refusalOf(() =>
          box.open(changed.toString('latin1'), { about }),
        );
        expect(error.about).toBe(about);
        expect(error.message).not.toContain(SECRET);
      }
    }
    for (let length = 0; length < sealed.length; length++) {
      const cut = sealed.subarray(0, length).toString('latin1');
      refusalOf(() => box.open(cut, { about }));
    }
    refusalOf(() => box.open(`${sealed}.`, { about }));
    refusalOf(() => box.open(`${sealed}AA`, { about }));
  });

  it('can be read for nothing but what it is held for', () => {
    const box = createSecretBox([key('a')]);
    const sealed = box.seal(SECRET, { about });
    const error = refusalOf(() => box.open(sealed, { about: 'another' }));
    expect(error).toMatchObject({ about: 'another', reason: 'damaged' });
    expect(error.message).toBe(
      'What is held for another cannot be read: it was changed, damaged, or encrypted with another key of the same id',
    );
  });

  it('is read with the key that it was encrypted with, and encrypted with the first', () => {
    const [old, present] = [key('old'), key('present')];
    const before = createSecretBox([old]).seal(SECRET, { about });
    const box = createSecretBox([present, old]);
    expect(box.currentKeyId).toBe('present');
    expect(box.isCurrent(before)).toBe(false);
    const after = box.seal(box.open(before, { about }), { about });
    expect(box.isCurrent(after)).toBe(true);
    expect(createSecretBox([present]).open(after, { about })).toBe(SECRET);
    expect(
      refusalOf(() => createSecretBox([present]).open(before, { about })),
    ).toMatchObject({
      reason: 'keyMissing',
      message:
        'What is held for 7b0c9a55 cannot be read: the key that it is encrypted with is not one of qualys.requests.encryption.keys',
    });
    expect(
      refusalOf(() => createSecretBox([key('old')]).open(before, { about })),
    ).toMatchObject({ reason: 'damaged' });
  });

  it('is nothing where no key is configured', () => {
    const box = createSecretBox([]);
    expect(box).toMatchObject({ available: false, currentKeyId: undefined });
    expect(() => box.seal(SECRET, { about })).toThrow(
      'qualys.requests.encryption.keys names no key to encrypt with',
    );
    const sealed = createSecretBox([key('a')]).seal(SECRET, { about });
    expect(box.isCurrent(sealed)).toBe(false);
    expect(refusalOf(() => box.open(sealed, { about })).reason).toBe(
      'keyMissing',
    );
  });
});

describe('the keys of the configuration', () => {
  const read = (keys?: unknown) =>
    readEncryptionKeys(
      new ConfigReader({
        qualys: { requests: { encryption: { keys: keys as [] } } },
      }),
    );
  const secret = randomBytes(32).toString('base64');

  it('are read in their order', () => {
    const other = randomBytes(32).toString('base64');
    const keys = read([
      { id: 'k-2', secret },
      { id: 'k_1', secret: other },
    ]);
    expect(keys.map(({ id }) => id)).toEqual(['k-2', 'k_1']);
    expect(keys[1].secret.toString('base64')).toBe(other);
  });

  it('can be missing', () => {
    expect(readEncryptionKeys(new ConfigReader({}))).toEqual([]);
    expect(read([])).toEqual([]);
  });

  it.each([
    [[{ id: 'a.b', secret }], 'keys.0.id: must be 1 to 32 letters'],
    [[{ id: 'a' }], "'qualys.requests.encryption.keys[0].secret'"],
    [[{ secret }], "'qualys.requests.encryption.keys[0].id'"],
    [
      [{ id: 'a', secret: 'c2hvcnQ=' }],
      'keys.0.secret: must be 32 bytes in base64, as `openssl rand -base64 32` makes it',
    ],
    [[{ id: 'a', secret: `${secret}=` }], 'keys.0.secret: must be 32 bytes'],
    [
      [
        { id: 'a', secret },
        { id: 'a', secret: randomBytes(32).toString('base64') },
      ],
      'keys.1.id: "a" is the id of qualys.requests.encryption.keys.0, too',
    ],
    [
      [
        { id: 'a', secret },
        { id: 'b', secret },
      ],
      'keys.1.secret: is the same as qualys.requests.encryption.keys.0.secret',
    ],
  ])('are refused where they are wrong: %#', (keys, message) => {
    let said = '';
    try {
      read(keys);
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain(message);
    const given = (keys as { secret?: string }[]).flatMap(
      each => each.secret ?? [],
    );
    expect(given.filter(each => said.includes(each))).toEqual([]);
  });
});
