void import('./main');
