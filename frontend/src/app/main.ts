import './app/app';
import './page.css';
