package io.passim.ingest.parse;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of a spreadsheet as they are shown, dates in ISO 8601 whatever the sheet's country. */
final class IsoDates extends DataFormatter {
  private final boolean from1904;

  /**
   * @param from1904 whether the workbook counts its days from 1904, as those of old Macs do
   */
  IsoDates(boolean from1904) {
    super(Locale.ROOT);
    this.from1904 = from1904;
  }

  /** Called where nothing is known of the workbook. */
  @Override
  public String formatRawCellContents(double value, int formatIndex, String formatString) {
    return formatRawCellContents(value, formatIndex, formatString, from1904);
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
