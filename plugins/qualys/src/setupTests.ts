import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { thinOutStyles } from './__testUtils__/fewerStyles';

// On a machine that is busy pages are slow, and no less right.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

// jsdom lays nothing out, so there are no sizes to observe.
globalThis.ResizeObserver ??= class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
};

thinOutStyles();

// Fields that grow with their text measure themselves with each key, in vain here.
jest.mock('@material-ui/core/TextareaAutosize', () =>
  jest.requireActual('./__testUtils__/PlainTextarea'),
);
