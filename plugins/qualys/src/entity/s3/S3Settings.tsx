import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  S3Integration,
  S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import { Disclosure } from '../../components/Disclosure';
import { severityInWords } from '../../components/severity';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { Properties } from '../details/Properties';
import { copyable } from '../details/values';
import {
  categoriesInWords,
  deliveryProperties,
  destinationProperties,
  filterProperties,
} from './s3Properties';

const useStyles = makeStyles(
  { brief: { overflowWrap: 'anywhere' } },
  { name: 'QualysS3Settings' },
);

export interface S3SettingsProps {
  integration: S3Integration;
  settings: S3IntegrationSettings;
  /** Whether only whoever asks for them sees all of them. */
  brief: boolean;
}

/** The settings of an S3 integration, as far as the portal knows. */
export function S3Settings(props: S3SettingsProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const classes = useStyles();
  const { settings, integration } = props;
  const { externalId } = integration;
  const all = (
    <Properties
      properties={[
        ...destinationProperties(settings, t),
        ...filterProperties(settings, t, locale),
        ...deliveryProperties(settings, t),
        {
          name: t('s3.externalId'),
          value: externalId?.value
            ? copyable(externalId.value, t('s3.externalId'))
            : t('s3.externalIdUnknown'),
        },
      ]}
    />
  );
  if (!props.brief) return all;
  return (
    <>
      <Typography variant="body2" component="div" className={classes.brief}>
        {t('s3.brief', {
          target: (
            <code>{settings.bucketName ?? settings.accessPointArn ?? ''}</code>
          ),
          severity: severityInWords(settings.minSeverity, t),
          categories: categoriesInWords(settings, t, locale),
        })}
      </Typography>
      <Disclosure summary={t('s3.allSettings')}>{all}</Disclosure>
    </>
  );
}
