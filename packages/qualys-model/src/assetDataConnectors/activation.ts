import { z } from 'zod';

/**
 * The modules that Qualys can activate for the assets that a connector finds,
 * as far as they are known; an open set.
 *
 * Source: Asset Management connectors 3.0, `ActivationModule` of its schema;
 * `CSA` is named in its text alone.
 *
 * @public
 */
export const ACTIVATION_MODULES = [
  'VM',
  'PC',
  'SCA',
  'CLOUDVIEW',
  'CERTVIEW',
  'CSA',
] as const;

/**
 * A module that may be activated. Those of {@link ACTIVATION_MODULES} are
 * known; another one is taken where it has their form, since Qualys adds some
 * now and then, and refuses itself what it does not know.
 *
 * Source: Asset Management connectors 3.0, `activation.set.ActivationModule`.
 *
 * @public
 */
export const activationModuleSchema = z
  .string('must be the name of a module')
  .regex(
    /^[A-Z][A-Z0-9_]{0,63}$/,
    `must be the name of a module in capital letters, such as ${ACTIVATION_MODULES.join(
      ', ',
    )}`,
  );
