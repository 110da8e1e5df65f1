export { CuratedApi } from './curated-api';
export { ReviewApi } from './review-api';
