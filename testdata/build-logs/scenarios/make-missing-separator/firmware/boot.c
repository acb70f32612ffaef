int boot;
