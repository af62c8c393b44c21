import { forwardRef, type ComponentProps } from 'react';

interface PlainTextareaProps extends ComponentProps<'textarea'> {
  minRows?: number;
  maxRows?: number;
  rowsMin?: number;
  rowsMax?: number;
}

/** A field of several lines that does not grow with its text, for which it would have to be measured. */
const PlainTextarea = forwardRef<HTMLTextAreaElement, PlainTextareaProps>(
  (props, ref) => {
    const { minRows, maxRows, rowsMin, rowsMax, ...others } = props;
    return <textarea {...others} rows={minRows ?? rowsMin} ref={ref} />;
  },
);

export default PlainTextarea;
