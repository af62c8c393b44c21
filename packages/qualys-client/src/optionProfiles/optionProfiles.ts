import type { OptionProfile } from 'qualys-model';
import { foProblemIn, throwFoProblemIn } from '../fo';
import type { RequestCore } from '../core';
import type { CallOptions } from '../http';
import { xmlFormat } from '../xml';
import { optionProfilesOf } from './wire';

/**
 * The option profiles of Vulnerability Management.
 *
 * Source: Asset Management connectors 3.0 names the call
 * (`/api/2.0/fo/subscription/option_profile/vm/?action=list`). Its answer is as
 * Qualys API (VM, PC), "VM Option Profile List" and `option_profile_info.dtd`
 * describe it, `OPTION_PROFILES` with one `OPTION_PROFILE` each, as several
 * public clients read it; no recorded answer is known. Of a profile, no more
 * than `BASIC_INFO` is read.
 *
 * @public
 */
export interface OptionProfiles {
  /**
   * All VM option profiles that the user may see, in Qualys' order. Qualys
   * gives them on one page.
   *
   * @param options - who waits for it, and a signal to give it up
   */
  list(options?: CallOptions): Promise<OptionProfile[]>;
}

const advice = {
  permission:
    'Check that the user may use the API of Vulnerability Management. An id of a profile can also be typed in, where it is known.',
};

/** The option profiles, on a request core. */
export function optionProfileResource(core: RequestCore): OptionProfiles {
  return {
    list: async (options = {}) =>
      core.read({
        family: 'fo',
        method: 'GET',
        path: '/api/2.0/fo/subscription/option_profile/vm/',
        query: { action: 'list' },
        options,
        advice,
        format: xmlFormat,
        problemIn: foProblemIn,
        read(parsed) {
          throwFoProblemIn(parsed, advice);
          return optionProfilesOf(parsed);
        },
      }),
  };
}
