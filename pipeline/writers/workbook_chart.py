"""What is drawn over the numbers of a sheet: shades of one hue in the cells, and bars below them."""

from __future__ import annotations

from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.pagebreak import Break

from pipeline.writers.workbook_cells import Chart
from pipeline.writers.workbook_plan import PlannedSheet

PALE, DEEP = "FFF2F6FC", "FF7BA3DB"  # of one blue; black digits are read on both (contrast above 7)
BAR, AROUND = 0.55, 4.0  # centimetres: of one bar with its gap, and of the title and the axis
TALLEST_CHART = 60.0


def add_shades_and_chart(target: Any, sheet: PlannedSheet) -> None:
    if sheet.shaded:
        scale = ColorScaleRule(start_type="num", start_value=0, start_color=PALE, end_type="max", end_color=DEEP)
        target.conditional_formatting.add(sheet.shaded, scale)
    if sheet.chart is not None:
        target.add_chart(_bars(target, sheet.chart), sheet.chart.at)
        target.row_breaks.append(Break(id=sheet.chart.last + 1))  # the chart begins a page


def _bars(target: Any, chart: Chart) -> Any:
    """Level bars, the first row at the top, each with its number."""
    bars = BarChart()
    bars.type, bars.style, bars.legend, bars.gapWidth = "bar", 10, None, 40
    bars.title, bars.x_axis.title, bars.y_axis.title = chart.title, chart.names_title, chart.values_title
    names, values = (column_index_from_string(letter) for letter in (chart.names, chart.values))
    bars.add_data(Reference(target, min_col=values, min_row=2, max_row=chart.last))
    bars.set_categories(Reference(target, min_col=names, min_row=2, max_row=chart.last))
    bars.x_axis.scaling.orientation = "maxMin"
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.y_axis.crosses = "max"  # below, since the names run from top to bottom
    bars.y_axis.numFmt, bars.y_axis.majorGridlines = "0", None
    bars.series[0].graphicalProperties.solidFill = DEEP[2:]
    bars.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False)
    bars.width, bars.height = 26.0, min(AROUND + BAR * (chart.last - 1), TALLEST_CHART)
    bars.title.overlay = False
    bars.layout = Layout(manualLayout=ManualLayout())
    return bars
