import { QUALYS_FEEDS, type QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudProvider } from 'qualys-model';
import type {
  CloudProgress,
  CloudScan,
  FeedProgress,
  ScanCoverage,
} from './store';

interface ReadingRow {
  subscription: string;
  provider: CloudProvider;
  feed: QualysFeed;
  read_at: string | null;
  full_at: string | null;
  missing: number;
  gap: boolean | number;
}

function toProgress(row: ReadingRow): FeedProgress {
  return {
    ...(row.read_at !== null && { readAt: row.read_at }),
    ...(row.full_at !== null && { fullAt: row.full_at }),
    missing: row.missing,
    gap: Boolean(row.gap),
  };
}

/** How far each feed of each cloud was read, by subscription. */
export async function readProgress(
  knex: Knex,
): Promise<Map<string, CloudProgress>> {
  const rows: ReadingRow[] = await knex('feed_readings').select();
  const progress = new Map<string, CloudProgress>();
  for (const row of rows) {
    const clouds = progress.get(row.subscription) ?? {};
    progress.set(row.subscription, {
      ...clouds,
      [row.provider]: {
        ...clouds[row.provider],
        [row.feed]: toProgress(row),
      },
    });
  }
  return progress;
}

/** Whether a scan reads any feed of its cloud in full for the first time. */
export async function isFirstReading(
  trx: Knex.Transaction,
  scan: CloudScan,
): Promise<boolean> {
  const { subscription, provider } = scan;
  const known: QualysFeed[] = await trx('feed_readings')
    .where({ subscription, provider })
    .whereNotNull('full_at')
    .pluck('feed');
  return QUALYS_FEEDS.some(
    feed => scan[feed]?.coverage === 'whole' && !known.includes(feed),
  );
}

/**
 * Notes that what is kept of a cloud is not what was counted when it was read
 * in full, so that it is to be read so again.
 */
export async function noteGap(
  trx: Knex.Transaction,
  { subscription, provider }: Pick<CloudScan, 'subscription' | 'provider'>,
): Promise<void> {
  await trx('feed_readings')
    .where({ subscription, provider })
    .update({ gap: true });
}

/** Notes that a feed has shown all that it was known to hold, as it was. */
export async function noteConfirmed(
  trx: Knex.Transaction,
  scan: CloudScan,
  feed: QualysFeed,
): Promise<void> {
  const { subscription, provider } = scan;
  const at = scan.at.toISOString();
  await trx('feed_readings')
    .where({ subscription, provider, feed })
    .update({
      gap: false,
      read_at: at,
      ...(scan[feed]?.coverage === 'whole' && {
        full_at: at,
        confirmed_at: at,
        missing: 0,
      }),
    });
}

/**
 * Notes how far a feed was read.
 *
 * @param reading - `gap`: whether something of what it showed was left out
 */
export async function noteProgress(
  trx: Knex.Transaction,
  scan: CloudScan,
  feed: QualysFeed,
  reading: { coverage: ScanCoverage; missing: number; gap?: boolean },
): Promise<void> {
  const { subscription, provider } = scan;
  const at = scan.at.toISOString();
  const { coverage, gap = false } = reading;
  const noted: Partial<ReadingRow> =
    coverage !== 'whole' && coverage !== 'newest'
      ? { gap: true }
      : {
          gap,
          read_at: at,
          ...(coverage === 'whole' && {
            full_at: at,
            missing: reading.missing,
          }),
        };
  await trx('feed_readings')
    .insert({ subscription, provider, feed, missing: 0, ...noted })
    .onConflict(['subscription', 'provider', 'feed'])
    .merge(noted);
}
