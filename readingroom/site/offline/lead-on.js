// On the page beside the folder of pages: the folder is there, so the reader is led into it.
location.replace("pages/index.html");
