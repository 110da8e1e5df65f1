import { define } from '../../components';
import { ReliabilityChartElement } from './reliability-chart.component';

export { ReliabilityChartElement };

define('passim-reliability-chart', ReliabilityChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-reliability-chart': ReliabilityChartElement;
  }
}
