import Box from '@material-ui/core/Box';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import type { CursorPages } from '../hooks/useCursorPages';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';

const PAGE_SIZES = [20, 50, 100, 200];

export interface PagingProps {
  /** The id of the field for the number of rows, where a page has several lists. */
  id?: string;
  pages: CursorPages;
  /** How many rows the present page holds. */
  rows: number;
  pageSize: number;
  /** The sizes that are offered, where they are not those of a long list. */
  pageSizes?: readonly number[];
  totalItems: number;
  nextCursor?: string;
  /** Whether another page is under way. */
  loading: boolean;
  onPageSizeChange: (size: number) => void;
}

/** Steps through a list whose pages can only be read one after the other. */
export function Paging(props: PagingProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { pages, pageSize, nextCursor, pageSizes = PAGE_SIZES } = props;
  const before = pages.index * pageSize;
  const sizes = [...new Set([...pageSizes, pageSize])].sort((a, b) => a - b);
  return (
    <Box
      display="flex"
      alignItems="center"
      justifyContent="flex-end"
      flexWrap="wrap"
      gridGap={16}
      p={1}
    >
      <TextField
        select
        size="small"
        id={props.id ?? 'qualys-page-size'}
        label={t('paging.pageSize')}
        value={pageSize}
        SelectProps={{ native: true }}
        onChange={event => props.onPageSizeChange(Number(event.target.value))}
        InputLabelProps={{ style: { whiteSpace: 'nowrap' } }}
        style={{ minWidth: '6.5rem' }}
      >
        {sizes.map(size => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </TextField>
      <Typography variant="body2" role="status">
        {props.loading
          ? t('paging.loading')
          : t('paging.range', {
              from: (before + 1).toLocaleString(locale),
              to: (before + props.rows).toLocaleString(locale),
              total: props.totalItems.toLocaleString(locale),
            })}
      </Typography>
      <div>
        <IconButton
          aria-label={t('paging.previous')}
          disabled={props.loading || pages.index === 0}
          onClick={pages.previous}
        >
          <PreviousIcon />
        </IconButton>
        <IconButton
          aria-label={t('paging.next')}
          disabled={props.loading || !nextCursor}
          onClick={() => nextCursor && pages.next(nextCursor)}
        >
          <NextIcon />
        </IconButton>
      </div>
    </Box>
  );
}
