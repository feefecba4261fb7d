<footer class="wp-block-template-part"><p>Acme, proudly powered by WordPress</p></footer>
