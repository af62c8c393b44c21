import type { OptionProfile } from 'qualys-model';
import { z } from 'zod';
import { notUnderstood, parsedBy } from '../answers';
import { essentialText, optionalDate, optionalText } from '../qps';
import { every, isBlank, isObject } from '../qps/values';

// `BASIC_INFO` of `option_profile_info.dtd`; all else of a profile says how it
// scans, and passes.
const profileWire = z.looseObject({
  BASIC_INFO: z.looseObject({
    ID: essentialText,
    GROUP_NAME: essentialText,
    GROUP_TYPE: optionalText,
    USER_ID: optionalText,
    IS_DEFAULT: optionalText,
    IS_GLOBAL: optionalText,
    UPDATE_DATE: optionalDate,
  }),
});

function isYes(word: string | undefined): boolean {
  return word === '1' || word?.toLowerCase() === 'true';
}

function optionProfileOf({
  BASIC_INFO: info,
}: z.output<typeof profileWire>): OptionProfile {
  return {
    id: info.ID,
    title: info.GROUP_NAME,
    type: info.GROUP_TYPE,
    owner: info.USER_ID,
    isDefault: isYes(info.IS_DEFAULT),
    isGlobal: isYes(info.IS_GLOBAL),
    updatedOn: info.UPDATE_DATE,
  };
}

/**
 * The profiles in an answer.
 *
 * @throws Failure for any other document, so that nothing unknown reads as empty
 */
export function optionProfilesOf(parsed: unknown): OptionProfile[] {
  const path = ['OPTION_PROFILES'];
  if (!isObject(parsed) || !Object.hasOwn(parsed, path[0])) {
    throw notUnderstood(path);
  }
  const { OPTION_PROFILES: list } = parsed;
  if (isBlank(list)) return [];
  if (!isObject(list) || isBlank(list.OPTION_PROFILE)) {
    throw notUnderstood([...path, 'OPTION_PROFILE']);
  }
  return every(list.OPTION_PROFILE).map((profile, index) =>
    optionProfileOf(
      parsedBy(profileWire, profile, [...path, 'OPTION_PROFILE', index]),
    ),
  );
}
