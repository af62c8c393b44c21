import { useCallback, useEffect, useRef } from 'react';
import {
  requestSettingsSchema,
  type RequestChoices,
  type RequestDraftSettings,
  type RequestFindings,
} from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { tagOf } from '../../entity/connectorSettings/assets/formValues';
import { assetsFieldOf } from '../../entity/connectorSettings/assets/useAssetsForm';
import { useCheckedForm, type Complain } from '../../settings/useCheckedForm';
import { useQualysTranslation } from '../../translation';
import { useFindings, type Findings } from '../useFindings';
import {
  draftOf,
  settingsOf,
  type RequestFormValues,
  type RequestTarget,
} from './formValues';

/** The form with which a connector is asked for. */
export type RequestForm = UseFormReturn<
  RequestFormValues,
  unknown,
  RequestDraftSettings
>;

type Field = keyof RequestFormValues;

// The field of the form in which a setting stands.
function fieldOf(path: readonly PropertyKey[]): Field {
  const [setting, part] = path.map(String);
  switch (setting) {
    case 'pollingFrequency':
      return part === 'minutes' ? 'minutes' : 'hours';
    case 'remediationEnabled':
      return 'remediation';
    case 'defaultTags':
    case 'activation':
    case 'perimeterScan':
      return assetsFieldOf(path);
    default:
      return setting as Field;
  }
}

/** Where the connector is asked for; undefined until that is chosen. */
export function targetOf(
  { subscription, provider }: RequestFormValues,
  { subscriptions }: RequestChoices,
): RequestTarget | undefined {
  const chosen = subscriptions.find(({ id }) => id === subscription);
  if (!chosen || provider === '') return undefined;
  return { subscription, provider, createThrough: chosen.createThrough };
}

/** What stands at a place of the settings, by its path: `settings.name`. */
function atPath(settings: unknown, path: readonly string[]): string {
  const value = path.reduce<any>((inner, name) => inner?.[name], settings);
  return JSON.stringify(value) ?? '';
}

export interface RequestFormOptions {
  /** What it begins with. */
  first: RequestFormValues;
  choices: RequestChoices;
  /** Where it is asked for, of a draft, which stays there. */
  fixed?: RequestTarget;
  /** The id of the draft, which does not collide with itself. */
  id?: string;
  /** The tags that Qualys tells; the same array each time. */
  known: readonly QpsReference[];
  /** Whether it is filled in by who decides: a name that is not changed can stay then. */
  decides?: boolean;
  /**
   * Whether the portal is not asked what it finds, because it would judge by
   * something else than what is sent is judged by.
   */
  unchecked?: boolean;
}

/** The form, what is typed, and what the portal finds of it. */
export interface RequestFormState {
  form: RequestForm;
  target: RequestTarget | undefined;
  /** What is asked for, as it stands in the form. */
  settings: RequestDraftSettings;
  findings: Findings;
  /** What the portal found that belongs to no field. */
  otherProblems: string[];
}

/** Where something stands in the settings, by its path: `settings.name`; undefined of what is none of them. */
function placeOf(path: string): string[] | undefined {
  const [begin, ...place] = path.split('.');
  return begin === 'settings' && place.length > 0 ? place : undefined;
}

function isNameTaken(found: RequestFindings | undefined): boolean {
  return found?.conflicts.some(({ kind }) => kind === 'nameTaken') ?? false;
}

const SCAN_FIELDS: Partial<Record<Field, true>> = {
  optionProfileId: true,
  scanPrefix: true,
  startDate: true,
  startTime: true,
  timezone: true,
};

/**
 * The form with which a connector is asked for, under the rules of its
 * settings, and with what the portal alone can find.
 */
export function useRequestForm(options: RequestFormOptions): RequestFormState {
  const { t } = useQualysTranslation();
  const { choices, fixed, first, id, known } = options;
  const { decides = false, unchecked = false } = options;
  const missing = t('connectorAssets.form.missing');
  const noDay = t('connectorAssets.form.noDay');
  const tagUnknown = t('connectorAssets.form.tagUnknown');
  const choose = t('requestForm.choose');
  const nameTaken = t('requestForm.what.nameTaken');
  const latest = useRef<Findings>();

  const check = useCallback(
    (
      typed: RequestFormValues,
      complain: Complain<RequestFormValues>,
    ): RequestDraftSettings => {
      const target = fixed ?? targetOf(typed, choices);
      if (!target) {
        complain(typed.subscription ? 'provider' : 'subscription', choose);
        return {};
      }
      const wordsOf = (field: Field) => {
        if (field === 'days') return noDay;
        const isOfScan = typed.enabled && field in SCAN_FIELDS;
        return isOfScan && typed[field] === '' ? missing : undefined;
      };
      const settings = settingsOf(typed, target, known);
      const rules = requestSettingsSchema(
        target.provider,
        target.createThrough,
      );
      for (const { path, message } of rules.safeParse(settings).error?.issues ??
        []) {
        const field = fieldOf(path);
        if (field === 'regions') {
          const wrong = settings.regions?.[Number(path[1])];
          complain(
            wrong !== undefined && !typed.regions.includes(wrong)
              ? 'otherRegions'
              : 'regions',
            wrong === undefined ? message : `“${wrong}” ${message}`,
          );
        } else {
          complain(field, wordsOf(field) ?? message);
        }
      }
      if (typed.tag.trim() !== '' && !tagOf(typed.tag, known)) {
        complain('tag', tagUnknown);
      }
      const { found, checked } = latest.current ?? {};
      const isAsChecked = (place: readonly string[]) =>
        atPath(settings, place) === atPath(checked?.settings, place);
      for (const { path, message } of found?.problems ?? []) {
        const place = placeOf(path);
        if (place && isAsChecked(place)) {
          complain(fieldOf(place), message);
        }
      }
      const mayStay = decides && typed.name === first.name;
      if (isNameTaken(found) && isAsChecked(['name']) && !mayStay) {
        complain('name', nameTaken);
      }
      return settings;
    },
    [
      choices,
      fixed,
      first,
      known,
      decides,
      choose,
      missing,
      nameTaken,
      noDay,
      tagUnknown,
    ],
  );

  const form = useCheckedForm(first, check);
  useWatch({ control: form.control });
  const values = form.getValues();
  const target = fixed ?? targetOf(values, choices);
  const settings = target ? settingsOf(values, target, known) : {};
  const findings = useFindings(
    target && !unchecked && (settings.name || settings.account)
      ? {
          subscription: target.subscription,
          provider: target.provider,
          settings: draftOf(settings),
          ...(id !== undefined && { id }),
        }
      : undefined,
  );
  latest.current = findings;

  const { found } = findings;
  useEffect(() => {
    const fields = (found?.problems ?? []).flatMap(({ path }) => {
      const place = placeOf(path);
      return place ? [fieldOf(place)] : [];
    });
    if (isNameTaken(found)) fields.push('name');
    // What nobody has come to yet is not wrong yet.
    const typed = fields.filter(field => {
      const value = form.getValues(field);
      return value !== '' && value !== undefined;
    });
    const wrong = Object.keys(form.formState.errors) as Field[];
    const all = [...new Set([...typed, ...wrong])];
    if (all.length > 0) void form.trigger(all);
  }, [found, form]);

  const otherProblems = (found?.problems ?? [])
    .filter(({ path }) => !(fieldOf(path.split('.').slice(1)) in values))
    .filter(({ path }) => path !== 'arn')
    .map(({ message }) => message);

  return { form, target, settings, findings, otherProblems };
}
