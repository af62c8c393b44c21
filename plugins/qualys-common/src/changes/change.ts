import type { SettingChange, SettingEffect } from '../api';

type Json = SettingChange['before'];

/** A value of a setting, in the JSON that it has on its way. */
export function asJson(value: unknown): Json {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** How two settings of the same name are told apart. */
export interface Comparison<T> {
  setting: string;
  before: T;
  after: T;
  /** What the change does; asked for only where there is one. */
  effect: SettingEffect | ((before: T, after: T) => SettingEffect);
}

/** A change, or nothing where both are the same. */
export function changeOf<T>({
  setting,
  before,
  after,
  effect,
}: Comparison<T>): SettingChange[] {
  const was = asJson(before);
  const is = asJson(after);
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [
    {
      setting,
      effect: typeof effect === 'function' ? effect(before, after) : effect,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    },
  ];
}

/** Of something that is on or off: off is less. */
export function switched(_before: boolean, after: boolean): SettingEffect {
  return after ? 'widening' : 'weakening';
}

/** Of a lowest severity: a higher one is less. */
export function bounded(before: number, after: number): SettingEffect {
  return after > before ? 'weakening' : 'widening';
}
