import { define } from '../../components';
import { RiskPairChartElement } from './risk-pair-chart.component';

export { RiskPairChartElement };

define('passim-risk-pair-chart', RiskPairChartElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-risk-pair-chart': RiskPairChartElement;
  }
}
