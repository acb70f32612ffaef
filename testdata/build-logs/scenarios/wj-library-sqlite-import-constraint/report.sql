select title, count(*) from books join loans using (isbn) group by title;
