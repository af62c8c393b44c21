import { clientOf } from '../__testUtils__/server';

describe('the form of the calls', () => {
  it('is JSON or XML, and nothing else', () => {
    expect(() =>
      clientOf('http://127.0.0.1:1', { dialect: 'yaml' as 'json' }),
    ).toThrow(
      expect.objectContaining({
        name: 'QualysConfigurationError',
        message: 'dialect must be json or xml.',
      }),
    );
  });
});
