package io.passim.ingest.parse;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of a spreadsheet as they are shown, dates in ISO 8601 whatever the sheet's country. */
final class IsoDates extends DataFormatter {
  IsoDates() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(
      double value, int formatIndex, String formatString, boolean use1904Windowing) {
    if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, use1904Windowing, true);
      if (value >= 1) {
        LocalTime time = date.toLocalTime();
        return date.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
      }
    }
    return super.formatRawCellContents(value, formatIndex, formatString, use1904Windowing);
  }
}
