import { define } from '../../components';
import { RiskChartElement } from './risk-chart.component';

export { RiskChartElement };

define('passim-risk-chart', RiskChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-risk-chart': RiskChartElement;
  }
}
