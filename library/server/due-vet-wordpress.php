<?php
// WooCommerce-like override: themes/pawprint/emails/customer-invoice-reminder.php
$email_heading = sprintf( __( 'A note about %s' ), $pet_name );
?>
<div id="wrapper" style="color:#333;font-size:14px;">
	<h2><?php echo esc_html( $email_heading ); ?></h2>
	<p><?php printf( esc_html__( 'Hi %s,' ), esc_html( $owner_first ) ); ?></p>
	<p>
		<?php
		printf(
			esc_html__( 'We loved seeing %1$s on %2$s. The visit came to $%3$s and is payable today, %4$s (reference %5$s).' ),
			esc_html( $pet_name ), esc_html( $visit_date ), esc_html( $order_total ), esc_html( $due_by ), esc_html( $order_id )
		);
		?>
	</p>
	<?php if ( ! empty( $insurance ) ) : ?>
		<p><?php esc_html_e( 'Your insurer has been billed directly, you only cover the excess shown above.' ); ?></p>
	<?php endif; ?>
	<p><a href="<?php echo esc_url( $pay_url ); ?>" style="border-radius:4px"><?php esc_html_e( 'Settle the visit online' ); ?></a></p>
	<p><?php _e( 'Vet bills can come as a surprise, we get it. Call <a href="tel:+15555550177">(555) 555-0177</a> and we&#8217;ll set up a payment plan. Many thanks from all of us at PawPrint!' ); ?></p>
</div>
